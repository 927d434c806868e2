/** HTML reports that stand alone in one file. */
@NullMarked
package org.ohmweave.study.report;

import org.jspecify.annotations.NullMarked;
