package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Application;
import dev.stepwright.jsonata.code.ArrayOf;
import dev.stepwright.jsonata.code.Assignment;
import dev.stepwright.jsonata.code.Block;
import dev.stepwright.jsonata.code.Call;
import dev.stepwright.jsonata.code.Code;
import dev.stepwright.jsonata.code.EvalCall;
import dev.stepwright.jsonata.code.Lambda;
import dev.stepwright.jsonata.code.ObjectOf;
import dev.stepwright.jsonata.code.PartialCall;
import dev.stepwright.jsonata.code.Places;
import dev.stepwright.jsonata.code.RangeOf;
import dev.stepwright.jsonata.code.Self;
import dev.stepwright.jsonata.code.Transform;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.value.ArgumentCheck;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Emits the code of one part, without what stands behind it in brackets. */
final class Emission extends OperatorEmission {
    Emission(Compiler compiler, Part part, Scope scope, Compiler.Mode mode) {
        super(compiler, part, scope, mode);
    }

    @Override
    public Code visitBinding(Syntax.Binding syntax) {
        return new Assignment(scope.variables.declare(syntax.variable()), operand(0));
    }

    @Override
    public Code visitApply(Syntax.Apply syntax) {
        return new Application(operand(0), operand(1), syntax.span().start(), part.keepArray);
    }

    @Override
    public Code visitRange(Syntax.Range syntax) {
        return new RangeOf(operand(0), operand(1), syntax.span().start());
    }

    @Override
    public Code visitArrayConstructor(Syntax.ArrayConstructor syntax) {
        boolean[] nested = new boolean[part.parts.size()];
        for (int i = 0; i < nested.length; i++) {
            nested[i] = part.parts.get(i).kind == Part.Kind.ARRAY;
        }
        return new ArrayOf(compiler.compileAll(part.parts, scope), nested, part.oneItem);
    }

    @Override
    public Code visitObjectConstructor(Syntax.ObjectConstructor syntax) {
        return new ObjectOf(
                new Self(), compiler.grouping(part.pairs, syntax.span().start(), scope));
    }

    @Override
    public Code visitBlock(Syntax.Block syntax) {
        Set<String> assigned = Assignments.in(part.parts);
        Variables variables = new Variables();
        assigned.forEach(variables::declare);
        Scope inner = assigned.isEmpty() ? scope : new Scope(scope, variables);
        int count = part.parts.size();
        Code[] expressions = new Code[count];
        for (int i = 0; i < count; i++) {
            Compiler.Mode how = i == count - 1 ? mode : Compiler.Mode.PLAIN;
            expressions[i] = compiler.compile(part.parts.get(i), inner, how);
        }
        return new Block(expressions, assigned.isEmpty() ? new Places() : variables.places);
    }

    @Override
    public Code visitCall(Syntax.Call syntax) {
        List<Part> arguments = part.parts.subList(1, part.parts.size());
        boolean evaluates = syntax.procedure() instanceof Syntax.Variable variable
                && variable.name().equals("eval");
        Call call = new Call(
                callee(syntax.span().start()), compiler.compileAll(arguments, scope), mode.last() && !evaluates);
        return evaluates ? new EvalCall(call, scope) : call;
    }

    @Override
    public Code visitPartialCall(Syntax.PartialCall syntax) {
        @Nullable Code[] arguments = new Code[part.parts.size() - 1];
        for (int i = 0; i < arguments.length; i++) {
            boolean open = part.parts.get(i + 1).syntax instanceof Syntax.Placeholder;
            arguments[i] = open ? null : operand(i + 1);
        }
        return new PartialCall(callee(syntax.span().start()), arguments);
    }

    private Call.Callee callee(int position) {
        Part procedure = part.parts.get(0);
        String name = procedure.syntax instanceof Syntax.Variable variable ? variable.name() : null;
        Code meant = null;
        if (procedure.kind == Part.Kind.PATH && procedure.parts.get(0).syntax instanceof Syntax.Name field) {
            name = field.name();
            meant = compiler.variable(name, scope);
        }
        return new Call.Callee(operand(0), name, meant, position);
    }

    @Override
    public Code visitLambda(Syntax.Lambda syntax) {
        Variables variables = new Variables();
        int[] parameters = new int[syntax.parameters().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = variables.declareAssigned(syntax.parameters().get(i));
        }
        Assignments.in(part.parts).forEach(variables::declare);
        Code body = compiler.compile(part.parts.get(0), new Scope(scope, variables), Compiler.Mode.LAST);
        ArgumentCheck check = syntax.signature() == null ? null : new ArgumentCheck(syntax.signature());
        return new Lambda(parameters, variables.places, check, body);
    }

    @Override
    public Code visitTransform(Syntax.Transform syntax) {
        Code[] pattern = {operand(0), operand(1)};
        Code delete = syntax.delete() == null ? null : operand(2);
        return new Transform(
                pattern,
                delete,
                compiler.variable("clone", scope),
                syntax.span().start());
    }
}
