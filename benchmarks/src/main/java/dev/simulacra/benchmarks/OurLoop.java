package dev.simulacra.benchmarks;

import dev.simulacra.optim.Adam;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A pass over arrays as a compiled program.
final class OurLoop {
    private OurLoop() {}

    static Task of(Loop loop, int threads) {
        Program program = new Compiler(1, threads).compile(computation(loop));
        return new Task() {
            private long draw;

            @Override
            public void run() {
                program.run(0, draw++);
            }
        };
    }

    private static Computation computation(Loop loop) {
        int n = loop.n();
        Shape whole = Shape.of(n);
        Shape table = Shape.of(n / Loop.COLUMNS, Loop.COLUMNS);
        return switch (loop.kind()) {
            case ADD -> Computation.of(array("a", whole).plus(array("b", whole)));
            case RELU -> Computation.of(array("a", whole).relu());
            case SQRT -> Computation.of(array("a", whole).sqrt());
            case EXP -> Computation.of(array("a", whole).exp());
            case LOG -> Computation.of(array("a", whole).log());
            case TANH -> Computation.of(array("a", whole).tanh());
            case SIGMOID -> Computation.of(array("a", whole).sigmoid());
            case SOFTPLUS -> Computation.of(array("a", whole).softplus());
            case BIAS -> Computation.of(array("a", table).plus(array("b", Shape.of(Loop.COLUMNS))));
            case SUM -> Computation.of(array("a", whole).sum());
            case COLUMN_SUMS -> Computation.of(array("a", table).sumTo(Shape.of(1, Loop.COLUMNS)));
            case ROW_MAXIMA -> Computation.of(array("a", table).maxTo(Shape.of(n / Loop.COLUMNS, 1)));
            case UNIFORM -> Computation.of(Tensor.draw("draws", new Law.Uniform(0, 1), whole));
            case NORMAL -> Computation.of(Tensor.draw("draws", new Law.Normal(), whole));
            case BERNOULLI -> Computation.of(Tensor.draw("draws", new Law.Bernoulli(0.5), whole));
            case ADAM -> adam(whole);
        };
    }

    private static Computation adam(Shape shape) {
        Adam adam = new Adam(TrainingStep.BETA1, TrainingStep.BETA2, 1e-8);
        Parameter w = Parameter.of("w", shape, Numbers.between(0.1, 2, shape.size()));
        List<Parameter> memory = adam.memory(shape).stream()
                .map(slot -> Parameter.zeros(slot.name(), slot.shape()))
                .toList();
        LearningRule.Next next = adam.next(
                w.value(),
                array("g", shape),
                Tensor.of(TrainingStep.RATE),
                memory.stream().map(Parameter::value).toList());
        List<Assignment> assignments = new ArrayList<>();
        assignments.add(new Assignment(w, next.w()));
        for (int i = 0; i < memory.size(); i++) {
            assignments.add(new Assignment(memory.get(i), next.memory().get(i)));
        }
        return new Computation(List.of(), assignments);
    }

    private static Tensor array(String name, Shape shape) {
        return Parameter.of(name, shape, Numbers.between(0.1, 2, shape.size())).value();
    }
}
