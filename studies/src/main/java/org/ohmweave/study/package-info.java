@NullMarked
package org.ohmweave.study;

import org.jspecify.annotations.NullMarked;
