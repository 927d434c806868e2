@NullMarked
package org.ohmweave.crossbar;

import org.jspecify.annotations.NullMarked;
