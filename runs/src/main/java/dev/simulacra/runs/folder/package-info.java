/// The folder of a run and that of several seeds: the files in them, their writers and their readers.
///
/// Start with [dev.simulacra.runs.folder.RunFolder].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.runs.folder;

import org.jspecify.annotations.NullMarked;
