package dev.stepwright.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaPackageTest {
    @ParameterizedTest
    @ValueSource(strings = {"com.acme-shop", "com.acme.", "com.class", "com.1a", "a b", ""})
    void a_name_that_no_package_can_have_is_refused(String name) {
        assertThatThrownBy(() -> JavaPackage.checked(name, "com.acme"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("packageName: \"" + name + "\" is not a valid name for a Java package; use ");
    }

    @Test
    void the_default_is_made_a_name() throws MojoFailureException {
        assertThat(JavaPackage.checked("com.acme-shop", "com.acme-shop")).isEqualTo("com.acme-shop");
    }
}
