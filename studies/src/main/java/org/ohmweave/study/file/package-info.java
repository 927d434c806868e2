/** Study files: YAML with unit text, read strictly. */
@NullMarked
package org.ohmweave.study.file;

import org.jspecify.annotations.NullMarked;
