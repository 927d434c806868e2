/** Case files: networks as JSON. */
@NullMarked
package org.ohmweave.crossbar.cases;

import org.jspecify.annotations.NullMarked;
