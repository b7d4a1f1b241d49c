/** Definitions in an editor, by the Language Server Protocol: findings while one types, completion, what is known of a state's data, names of states. */
@NullMarked
package dev.stepwright.lsp;

import org.jspecify.annotations.NullMarked;
