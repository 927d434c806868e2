/** Arrays of cells as synapses. */
@NullMarked
package org.ohmweave.snn.synapse;

import org.jspecify.annotations.NullMarked;
