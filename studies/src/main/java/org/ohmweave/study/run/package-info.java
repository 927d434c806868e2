/** Running: result directories, progress, threads. */
@NullMarked
package org.ohmweave.study.run;

import org.jspecify.annotations.NullMarked;
