package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.shape.NamedType.Others;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods of a record that return it with another value; a record of one component has none. */
record Withers(ClassName type, List<Component> components, Others others) {
    /** Returns whether a record is one to work with: an inferred one tells what a state takes or gives, and is made or read once. */
    static boolean areOfUse(RecordType record) {
        return !record.place().file().isInferred();
    }

    void addTo(TypeSpec.Builder spec) {
        if (components.size() < 2) {
            return;
        }
        for (Component component : components) {
            spec.addMethod(method("with" + component.capital(), component, component.of(component.name()))
                    .addParameter(component.value(), component.name())
                    .addJavadoc("Returns this with another {@code $L}.\n", component.name())
                    .build());
            if (component.isOptional()) {
                spec.addMethod(method("without" + component.capital(), component, component.absent())
                        .addJavadoc("Returns this without {@code $L}.\n", component.name())
                        .build());
            }
            if (component.tellsNullFromAbsent()) {
                spec.addMethod(method("with" + component.capital() + "Null", component, component.jsonNull())
                        .addJavadoc("Returns this with null in JSON for {@code $L}.\n", component.name())
                        .build());
            }
        }
    }

    private MethodSpec.Builder method(String name, Component changed, CodeBlock value) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(type);
        return BuilderSource.makesCopies(components)
                ? built(method, changed, value)
                : constructed(method, changed, value);
    }

    /** No component is called builder. */
    private MethodSpec.Builder built(MethodSpec.Builder method, Component changed, CodeBlock value) {
        return method.addStatement("$1T builder = new $1T(this)", type.nestedClass(BuilderSource.BUILDER))
                .addStatement("builder.$L = $L", changed.name(), value)
                .addStatement("return builder.build()");
    }

    private MethodSpec.Builder constructed(MethodSpec.Builder method, Component changed, CodeBlock value) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : components) {
            arguments.add(component.equals(changed) ? value : CodeBlock.of("$L", component.name()));
        }
        if (others instanceof Others.Kept) {
            arguments.add(CodeBlock.of(RecordSource.ADDITIONAL));
        }
        return method.addStatement("return new $T($L)", type, CodeBlock.join(arguments, ", "));
    }
}
