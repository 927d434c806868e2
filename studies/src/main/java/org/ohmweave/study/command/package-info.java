/** The command line: one class per subcommand. */
@NullMarked
package org.ohmweave.study.command;

import org.jspecify.annotations.NullMarked;
