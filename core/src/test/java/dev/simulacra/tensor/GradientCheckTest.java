package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GradientCheckTest {
    private static final GradientCheck TANH = GradientCheck.of("tanh", x -> x.getFirst().tanh(), Shape.of(2, 3));

    @TestFactory
    Stream<DynamicTest> everyOperationPasses() {
        return OperationChecks.all().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> {
                    Certificate certificate = check.certify();

                    assertThat(certificate.orders()).hasSize(3);
                    assertThat(certificate.passed()).as(certificate.toString()).isTrue();
                }));
    }

    @Test
    void everyPermittedOperationThatIsNoLeafHasACase() {
        Set<Class<?>> operations = new HashSet<>();
        collectRecords(Op.class, operations);
        operations.removeIf(Op.Leaf.class::isAssignableFrom);

        Set<Class<?>> checked = OperationChecks.all().stream()
                .map(check -> check.y().op().getClass())
                .collect(Collectors.toSet());

        assertThat(operations).hasSizeGreaterThan(25);
        assertThat(checked).isEqualTo(operations);
    }

    @Test
    void caseNamesAreDifferent() {
        assertThat(OperationChecks.all().stream().map(GradientCheck::name)).doesNotHaveDuplicates();
    }

    /// For each operation and each of its operands: a rule that adds a millionth of the adjoint's sum is caught.
    @TestFactory
    Stream<DynamicTest> aSlightlyWrongRuleOfAnyOperationIsCaught() {
        return OperationChecks.all().stream()
                .collect(Collectors.groupingBy(check -> check.y().op().getClass()))
                .entrySet()
                .stream()
                .map(cases -> DynamicTest.dynamicTest(cases.getKey().getSimpleName(), () -> {
                    for (int operand : differentiableOperands(cases.getValue().getFirst().y().op())) {
                        Gradients.Rules wrong = slightlyWrong(cases.getKey(), operand);
                        assertThat(cases.getValue())
                                .as("cases with a wrong rule for operand " + operand)
                                .anyMatch(check -> !check.upTo(1).certify(wrong).passed());
                    }
                }));
    }

    @Test
    void aWrongRuleIsCaughtAtOrderOne() {
        // 1 − y instead of 1 − y²
        Gradients.Rules wrong = (op, y, g) -> op instanceof Op.Tanh
                ? List.of(() -> g.times(y.negate().plus(1)))
                : Derivatives.of(op, y, g);

        assertThat(TANH.certify().passed()).isTrue();
        assertThat(TANH.certify(wrong).passed()).isFalse();
        assertThat(TANH.certify(wrong).orders().getFirst().passed()).isFalse();
    }

    @Test
    void aRuleWrongByOneInAMillionIsCaught() {
        Gradients.Rules wrong = (op, y, g) -> op instanceof Op.Tanh
                ? List.of(() -> g.times(y.square().negate().plus(1.000001)))
                : Derivatives.of(op, y, g);

        assertThat(TANH.certify(wrong).passed()).isFalse();
    }

    @Test
    void aRuleThatOnlyTheSecondDerivativeNeedsIsCaughtAtOrderTwo() {
        // tanh' = 1 − tanh² has a negation, tanh has none
        Gradients.Rules wrong =
                (op, y, g) -> op instanceof Op.Negate ? List.of(() -> g) : Derivatives.of(op, y, g);

        Certificate certificate = TANH.certify(wrong);

        assertThat(certificate.orders().get(0).passed()).isTrue();
        assertThat(certificate.orders().get(1).passed()).isFalse();
        assertThat(certificate.passed()).isFalse();
    }

    @Test
    void aGradientThatIsRightAtThePointAloneIsCaught() {
        // 1 − y² as numbers; at order 2 a gradient without a graph agrees with itself: its difference and derivative
        // are 0
        Tensor x = TANH.xs().getFirst();
        Reference atPoint = Reference.create().with(x, TANH.points().getFirst());
        Gradients.Rules frozen = (op, y, g) -> op instanceof Op.Tanh
                ? List.of(() -> g.times(constants(y.shape(), atPoint.value(y.square().negate().plus(1)))))
                : Derivatives.of(op, y, g);

        assertThat(TANH.certify(frozen).orders().getFirst().passed()).isFalse();
    }

    @Test
    void aGradientThatIgnoresAnOperandIsCaught() {
        GradientCheck product = GradientCheck.of("product", x -> x.get(0).times(x.get(1)), Shape.of(3), Shape.of(3));
        Gradients.Rules wrong = (op, y, g) -> op instanceof Op.Multiply(var _, var b)
                ? List.of(() -> g.times(b), () -> Derivatives.zero(b))
                : Derivatives.of(op, y, g);

        assertThat(product.certify(wrong).orders().getFirst().passed()).isFalse();
    }

    @Test
    void aGradientOfTheWrongShapeIsAFault() {
        Gradients.Rules wrong =
                (op, y, g) -> op instanceof Op.Tanh ? List.of(() -> g.reshape(3, 2)) : Derivatives.of(op, y, g);

        assertThat(TANH.certify(wrong).faults()).containsExactly("the gradient of x0 (2, 3) has shape (3, 2)");
        assertThat(TANH.certify(wrong).passed()).isFalse();
    }

    @Test
    void aZeroAdjointThatGivesSomethingIsAFault() {
        Gradients.Rules wrong =
                (op, y, g) -> op instanceof Op.Tanh ? List.of(() -> g.plus(1e-300)) : Derivatives.of(op, y, g);

        assertThat(TANH.certify(wrong).faults()).containsExactly("a zero adjoint gives no zero gradient of x0 (2, 3)");
    }

    @Test
    void notANumberDoesNotPass() {
        GradientCheck log = GradientCheck.of("log", x -> x.getFirst().log(), Shape.SCALAR)
                .at(List.of(new double[] {-1}));

        assertThat(log.certify().passed()).isFalse();
    }

    @Test
    void aParameterIsCheckedAsAnInputIs() {
        Parameter w = Parameter.zeros("w", Shape.of(3, 2));
        Tensor x = Tensor.input("x", Shape.of(4, 3));

        Certificate certificate = GradientCheck.of("layer", x.matmul(w.value()).tanh(), List.of(x, w.value()))
                .certify();

        assertThat(certificate.passed()).as(certificate.toString()).isTrue();
    }

    @Test
    void pointsKeepAwayFromZeroAndFromEachOther() {
        double[] points = GradientCheck.points(List.of(Tensor.input("x", Shape.of(60)))).getFirst();

        for (int i = 0; i < 60; i++) {
            assertThat(Math.abs(points[i])).isBetween(0.5, 1.5);
            for (int j = 0; j < i; j++) {
                assertThat(Math.abs(points[i] - points[j])).isGreaterThan(2 * 0.38 / 60);
            }
        }
        assertThat(Arrays.stream(points).filter(x -> x > 0).count()).isBetween(20L, 40L);
    }

    @Test
    void pointsThatDoNotFitAreRefused() {
        Tensor x = Tensor.input("x", Shape.of(2));

        assertThatThrownBy(() -> new GradientCheck("f", x, List.of(x), List.of(), 1))
                .hasMessage(
                        "gradient check f: 1 tensors and 0 points; needs at least one tensor, and a point for each");
        assertThatThrownBy(() -> new GradientCheck("f", x, List.of(x), List.of(new double[3]), 1))
                .hasMessage("gradient check f: the point of x (2) has 3 elements, not 2");
        assertThatThrownBy(() -> GradientCheck.of("f", x, List.of(x)).upTo(4))
                .hasMessage("gradient check f: order 4 is not 1, 2 or 3");
    }

    private static Gradients.Rules slightlyWrong(Class<? extends Op> operation, int operand) {
        return (op, y, g) -> {
            List<Supplier<Tensor>> rules = new ArrayList<>(Derivatives.of(op, y, g));
            if (op.getClass() == operation) {
                Supplier<Tensor> right = rules.get(operand);
                rules.set(operand, () -> right.get().plus(g.sum().times(1e-6)));
            }
            return rules;
        };
    }

    /// All but the row numbers, which no case can move.
    private static int[] differentiableOperands(Op op) {
        boolean byRows = op instanceof Op.Gather || op instanceof Op.Scatter;
        return IntStream.range(0, byRows ? 1 : op.operands().size()).toArray();
    }

    private static Tensor constants(Shape shape, double[] values) {
        List<Tensor> parts = new ArrayList<>();
        for (double value : values) {
            parts.add(Tensor.filled(value, Shape.of(1)));
        }
        return Tensor.concatenate(0, parts).reshape(shape);
    }

    private static void collectRecords(Class<?> type, Set<Class<?>> records) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collectRecords(permitted, records);
            }
        } else {
            records.add(type);
        }
    }
}
