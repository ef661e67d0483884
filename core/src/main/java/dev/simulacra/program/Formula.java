package dev.simulacra.program;

import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Tensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The formula by which one step of a loop computes a tensor: a kernel, two numbers that are the same for all elements,
/// and the tensors that it reads block by block.
///
/// Some tensors need no step of their own because a kernel computes them on its way: multiples that a sum, a product or
/// a quotient reads, and the mask in a rectifier's derivative. Every operation is rounded as the graph has it all the
/// same.
///
/// @param blocks the tensors read, in the order of the kernel's operands
record Formula(Code code, Factor s, Factor t, List<Tensor> blocks) {

    /// The only element of `number`, or its negative.
    record Factor(Tensor number, boolean isNegated) {
        static final Factor ONE = new Factor(Tensor.of(1), false);
        static final Factor ZERO = new Factor(Tensor.of(0), false);
        /// Adding −0 changes no number, not even a zero.
        static final Factor NOTHING = new Factor(Tensor.of(-0.0), false);
    }

    /// `scale · block`.
    private record Term(Tensor block, Factor scale) {
        static Term of(Tensor block) {
            return new Term(block, Factor.ONE);
        }

        static Term of(Tensor block, Tensor number) {
            return new Term(block, new Factor(number, false));
        }

        Term negated() {
            return new Term(block, new Factor(scale.number, !scale.isNegated));
        }

        boolean isMultiple() {
            return scale.number != Factor.ONE.number;
        }
    }

    /// Finds the formulas of one loop's tensors.
    static final class Finder {
        private final int size;
        private final Set<Tensor> passing = Collections.newSetFromMap(new IdentityHashMap<>());

        Finder(Cluster.Loop loop) {
            size = loop.shape().size();
            passing.addAll(loop.body());
            loop.results().forEach(passing::remove);
        }

        Formula of(Tensor y) {
            return switch (y.op()) {
                case Add(var a, var b) -> sum(term(a), term(b));
                case Subtract(var a, var b) -> sum(term(a), term(b).negated());
                case Multiply(var a, var b) -> product(a, b);
                case Divide(var a, var b) -> kernel(Code.QUOTIENT, term(a).scale, term(a).block, b);
                case Negate(var x) -> affine(term(x).negated(), Factor.NOTHING);
                case LeakyRelu(var x, var slope) -> kernel(Code.LEAKY_RELU, new Factor(Tensor.of(slope), false), x);
                case Unary unary -> kernel(Code.of(unary), Factor.ONE, unary.x());
                case Maximum(var a, var b) -> kernel(Code.MAXIMUM, Factor.ONE, a, b);
                case Greater(var a, var b) -> kernel(Code.GREATER, Factor.ONE, a, b);
                case Equal(var a, var b) -> kernel(Code.EQUAL, Factor.ONE, a, b);
                case StraightThrough(var a, var _) -> affine(term(a), Factor.NOTHING);
                case Select(var c, var a, var b) -> kernel(Code.SELECT, Factor.ONE, c, a, b);
                case Leaf _, Structural _, MatMul _, Concatenate _, Gather _, Scatter _ ->
                    throw new IllegalStateException(y + " is not elementwise");
            };
        }

        private static Formula kernel(Code code, Factor s, Tensor... blocks) {
            return new Formula(code, s, Factor.NOTHING, List.of(blocks));
        }

        private static Formula affine(Term x, Factor t) {
            return new Formula(Code.AFFINE, x.scale, t, List.of(x.block));
        }

        private Formula sum(Term a, Term b) {
            if (isNumber(b.block)) {
                return affine(a, new Factor(b.block, b.scale.isNegated));
            }
            return isNumber(a.block)
                    ? sum(b, a)
                    : new Formula(Code.COMBINE, a.scale, b.scale, List.of(a.block, b.block));
        }

        private Formula product(Tensor a, Tensor b) {
            if (isNumber(a) || isNumber(b)) {
                return isNumber(b) ? affine(multiple(a, b), Factor.NOTHING) : product(b, a);
            }
            return gate(a, b).or(() -> gate(b, a)).orElseGet(() -> {
                boolean isSecondMultiple = term(b).isMultiple() && !term(a).isMultiple();
                Term first = a == b ? Term.of(a) : term(isSecondMultiple ? b : a);
                return kernel(Code.PRODUCT, first.scale, first.block, isSecondMultiple ? a : b);
            });
        }

        /// The formula of `mask · g` where `mask` is 1 where something is positive, else one number.
        private Optional<Formula> gate(Tensor mask, Tensor g) {
            if (isPositivity(mask)) {
                return Optional.of(kernel(Code.GATE, Factor.ZERO, mask.op().operands().getFirst(), g));
            }
            return passing.contains(mask)
                            && mask.op() instanceof Select(var c, var a, var b)
                            && isPositivity(c) && isConstant(a, 1) && isNumber(b)
                    ? Optional.of(kernel(Code.GATE, new Factor(b, false), c.op().operands().getFirst(), g))
                    : Optional.empty();
        }

        private boolean isPositivity(Tensor x) {
            return passing.contains(x) && x.op() instanceof Greater(var _, var b) && isConstant(b, 0);
        }

        private static boolean isConstant(Tensor x, double value) {
            return Storage.withoutBroadcast(x).op() instanceof Constant(var constant) && constant == value;
        }

        /// `x`, as a multiple of another tensor if it is one and stands nowhere itself.
        private Term term(Tensor x) {
            boolean isNegative = passing.contains(x) && x.op() instanceof Negate;
            Tensor y = isNegative ? x.op().operands().getFirst() : x;
            Term term = Term.of(y);
            if (passing.contains(y) && y.op() instanceof Multiply(var a, var b) && isNumber(a) != isNumber(b)) {
                term = isNumber(a) ? Term.of(b, a) : Term.of(a, b);
            }
            return isNegative ? term.negated() : term;
        }

        private Term multiple(Tensor x, Tensor number) {
            return passing.contains(x) && x.op() instanceof Negate(var y)
                    ? Term.of(y, number).negated()
                    : Term.of(x, number);
        }

        /// Whether all elements of `x` are one element in memory.
        private boolean isNumber(Tensor x) {
            return size > 1 && Storage.withoutBroadcast(x).shape().size() == 1;
        }
    }
}
