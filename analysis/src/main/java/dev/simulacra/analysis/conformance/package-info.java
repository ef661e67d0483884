/// Certificates of objectives: each is compared with the closed form of its source over finitely many points.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.analysis.conformance;

import org.jspecify.annotations.NullMarked;
