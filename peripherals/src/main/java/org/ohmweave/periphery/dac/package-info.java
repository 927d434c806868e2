/** Digital-to-analog conversion of inputs. */
@NullMarked
package org.ohmweave.periphery.dac;

import org.jspecify.annotations.NullMarked;
