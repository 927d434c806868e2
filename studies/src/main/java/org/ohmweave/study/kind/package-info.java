/** What a study can be: one class per kind. */
@NullMarked
package org.ohmweave.study.kind;

import org.jspecify.annotations.NullMarked;
