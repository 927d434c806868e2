@NullMarked
package org.ohmweave.calibration;

import org.jspecify.annotations.NullMarked;
