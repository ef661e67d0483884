/// Loops over `float[]` on which a compiled training step runs; they know no graphs.
///
/// **The bits of a result depend on the arguments alone**: not on the width of the vector unit, not on the number of
/// threads, not on whether the interpreter, a compiler's vector code or a scalar loop computed an element. Four rules
/// give that:
///
/// 1. Only operations that IEEE 754 defines exactly are used (`+ − × ÷ √`, fused multiply-add, comparisons, bits).
/// 2. Transcendental functions are polynomials of our own ([Functions]); their vector form is the same chain of
///    operations.
/// 3. A sum over many elements follows one fixed tree ([Reduce], [RowSums]); an element of a matrix product is one
///    chain of fused multiply-adds in ascending order of the inner index or, of many terms, a fixed tree of such chains
///    ([MatMul]).
/// 4. Threads share out results, never the terms of one result ([Workers]).
///
/// "The bits" excepts the payload and sign of NaN, which hardware chooses.
///
/// A kernel is a class with scalar loops, and a class of vector loops, `Vector` in front of its name, that is entered
/// where [VectorModule] is present. Products choose in the same way between [TiledProduct] and [PlainProduct].
///
/// Random numbers ([Philox], [Variates]) are addressed by counters, so any thread can compute any of them.
///
/// Stability: internal
@NullMarked
package dev.simulacra.kernel;

import org.jspecify.annotations.NullMarked;
