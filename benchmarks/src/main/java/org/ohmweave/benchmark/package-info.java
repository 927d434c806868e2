/** JMH benchmarks; built with the project, run by hand. */
@NullMarked
package org.ohmweave.benchmark;

import org.jspecify.annotations.NullMarked;
