/** Arrays as ngspice netlists, for checking by an independent simulator. */
@org.jspecify.annotations.NullMarked
package org.ohmweave.crossbar.spice;
