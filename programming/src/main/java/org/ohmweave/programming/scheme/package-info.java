/** Pulse schemes - which pulse comes next. */
@NullMarked
package org.ohmweave.programming.scheme;

import org.jspecify.annotations.NullMarked;
