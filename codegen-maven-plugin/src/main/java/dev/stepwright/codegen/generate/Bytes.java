package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.shape.NamedType.Others;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** What a record needs so that its arrays of bytes cannot be modified by others, and are equal if their bytes are. */
record Bytes(ClassName type, List<Component> components, Others others) {
    void addTo(TypeSpec.Builder spec) {
        List<Component> bytes = components.stream().filter(Component::isBytes).toList();
        if (bytes.isEmpty()) {
            return;
        }
        bytes.stream()
                .filter(component -> !component.isDeprecated())
                .forEach(component -> spec.addMethod(accessor(component)));
        spec.addMethod(equality()).addMethod(hash());
    }

    private static MethodSpec accessor(Component component) {
        return MethodSpec.methodBuilder(component.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(component.type())
                .addStatement("return $L", component.copiedBytes())
                .build();
    }

    private MethodSpec equality() {
        Locals locals = Locals.beside(components);
        String that = locals.free("that");
        List<CodeBlock> all = new ArrayList<>();
        components.forEach(component -> all.add(isEqual(component, that)));
        if (others instanceof Others.Kept) {
            all.add(CodeBlock.of("$1L.equals($2L.$1L)", RecordSource.ADDITIONAL, that));
        }
        return MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(Object.class, locals.free("other"))
                .addStatement(
                        "return $L instanceof $T $L\n&& $L",
                        locals.free("other"),
                        type,
                        that,
                        CodeBlock.join(all, "\n&& "))
                .build();
    }

    private static CodeBlock isEqual(Component component, String that) {
        String name = component.name();
        if (component.isBytes()) {
            return CodeBlock.of("$T.equals($L, $L)", Arrays.class, array(component, ""), array(component, that + "."));
        }
        return component.type().isPrimitive()
                ? CodeBlock.of("$1L == $2L.$1L", name, that)
                : CodeBlock.of("$2T.equals($1L, $3L.$1L)", name, Objects.class, that);
    }

    private MethodSpec hash() {
        List<CodeBlock> all = new ArrayList<>();
        for (Component component : components) {
            all.add(
                    component.isBytes()
                            ? CodeBlock.of("$T.hashCode($L)", Arrays.class, array(component, ""))
                            : CodeBlock.of("$L", component.name()));
        }
        if (others instanceof Others.Kept) {
            all.add(CodeBlock.of(RecordSource.ADDITIONAL));
        }
        return MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return $T.hash($L)", Objects.class, CodeBlock.join(all, ", "))
                .build();
    }

    private static String array(Component component, String owner) {
        boolean optional = component.isOptional() && !component.isNullInJava();
        return owner + component.name() + (optional ? ".orElse(null)" : "");
    }
}
