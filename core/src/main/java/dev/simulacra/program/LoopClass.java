package dev.simulacra.program;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.simulacra.program.Arithmetic.Line;
import dev.simulacra.program.Arithmetic.Line.Apply;
import dev.simulacra.program.Arithmetic.Line.Load;
import dev.simulacra.program.Arithmetic.Line.Number;
import dev.simulacra.program.Arithmetic.Line.Store;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.List;

/// The class of an [Arithmetic] loop, written as bytecode: one plain loop in which every value is a local variable.
///
/// The virtual machine makes vector instructions of it, as all arrays are read and written at the same index. The
/// arithmetic of `float` is exactly rounded either way, so the bits are those of any other order of the elements.
final class LoopClass {
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc NAME = ClassDesc.of(LoopClass.class.getPackageName(), "Loop");
    private static final ClassDesc BODY = ClassDesc.of(LoopClass.class.getPackageName(), "LoopClass$Body");
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, FLOATS.arrayType(), CD_int, CD_int);
    private static final int ARRAYS = 1;
    private static final int FROM = 2;
    private static final int TO = 3;

    private final List<Line> lines;
    private final CodeBuilder code;
    /// The local variables of the lines' numbers, and of the arrays.
    private final int[] values;
    private final int[] arrays;

    private LoopClass(Arithmetic loop, CodeBuilder code) {
        this.lines = loop.lines();
        this.code = code;
        this.values = lines.stream().mapToInt(_ -> code.allocateLocal(TypeKind.FLOAT)).toArray();
        this.arrays = loop.arrays().stream().mapToInt(_ -> code.allocateLocal(TypeKind.REFERENCE)).toArray();
    }

    /// The elements `from ≤ i < to` of a loop over `arrays`.
    @FunctionalInterface
    interface Body {
        void run(float[][] arrays, int from, int to);
    }

    /// What carries out the lines of `loop`, on whatever arrays it is given.
    static Body of(Arithmetic loop) {
        byte[] bytes = ClassFile.of().build(NAME, type -> type
                .withInterfaceSymbols(BODY)
                .withFlags(ClassFile.ACC_FINAL)
                .withMethodBody(INIT_NAME, MTD_void, ClassFile.ACC_PUBLIC, code -> code
                        .aload(0)
                        .invokespecial(CD_Object, INIT_NAME, MTD_void)
                        .return_())
                .withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> new LoopClass(loop, code).write()));
        try {
            Class<?> type = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            return (Body) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class of a loop is not accepted", e);
        }
    }

    private void write() {
        for (int array = 0; array < arrays.length; array++) {
            code.aload(ARRAYS).loadConstant(array).aaload().astore(arrays[array]);
        }
        for (int line = 0; line < values.length; line++) {
            if (lines.get(line) instanceof Number(var array)) {
                code.aload(arrays[array]).iconst_0().faload().fstore(values[line]);
            }
        }
        int i = code.allocateLocal(TypeKind.INT);
        Label end = code.newLabel();
        code.iload(FROM).istore(i);
        Label next = code.newBoundLabel();
        code.iload(i).iload(TO).if_icmpge(end);
        for (int line = 0; line < values.length; line++) {
            write(lines.get(line), values[line], i);
        }
        code.iinc(i, 1).goto_(next).labelBinding(end).return_();
    }

    private void write(Line line, int value, int i) {
        switch (line) {
            case Number _ -> {}
            case Load(var array) -> code.aload(arrays[array]).iload(i).faload().fstore(value);
            case Store(var from, var array) -> code.aload(arrays[array]).iload(i).fload(values[from]).fastore();
            case Apply(var operator, var a, var b) -> {
                code.fload(values[a]);
                switch (operator) {
                    case ADD -> code.fload(values[b]).fadd();
                    case SUBTRACT -> code.fload(values[b]).fsub();
                    case MULTIPLY -> code.fload(values[b]).fmul();
                    case DIVIDE -> code.fload(values[b]).fdiv();
                    case MAXIMUM -> code.fload(values[b])
                            .invokestatic(MATH, "max", MethodTypeDesc.of(CD_float, CD_float, CD_float));
                    case ABS -> code.invokestatic(MATH, "abs", MethodTypeDesc.of(CD_float, CD_float));
                    case NEGATE -> code.fneg();
                    case SQRT -> code.f2d()
                            .invokestatic(MATH, "sqrt", MethodTypeDesc.of(CD_double, CD_double))
                            .d2f();
                }
                code.fstore(value);
            }
        }
    }
}
