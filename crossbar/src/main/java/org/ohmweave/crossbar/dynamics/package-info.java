/** Arrays in time: every cell follows its own differential equation, coupled by the network. */
@NullMarked
package org.ohmweave.crossbar.dynamics;

import org.jspecify.annotations.NullMarked;
