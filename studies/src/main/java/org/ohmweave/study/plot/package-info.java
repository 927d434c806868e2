/** Charts and pictures; the only drawing code of the project. */
@NullMarked
package org.ohmweave.study.plot;

import org.jspecify.annotations.NullMarked;
