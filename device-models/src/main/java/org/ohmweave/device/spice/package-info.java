/** Device laws as ngspice subcircuits, for checking by an independent simulator. */
@org.jspecify.annotations.NullMarked
package org.ohmweave.device.spice;
