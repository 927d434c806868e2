@NullMarked
package org.ohmweave.periphery;

import org.jspecify.annotations.NullMarked;
