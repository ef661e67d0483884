/// Results as tables and as JSON.
@NullMarked
package dev.simulacra.cli.results;

import org.jspecify.annotations.NullMarked;
