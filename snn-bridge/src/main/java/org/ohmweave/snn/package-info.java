@NullMarked
package org.ohmweave.snn;

import org.jspecify.annotations.NullMarked;
