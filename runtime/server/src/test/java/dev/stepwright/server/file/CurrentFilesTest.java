package dev.stepwright.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentFilesTest {
    private final List<String> read = new ArrayList<>();

    @TempDir
    private Path folder;

    /** A file that names another in its first line. */
    private record Pair(List<Path> files, String text) {}

    private Pair pair(Path first) throws IOException {
        Path second = first.resolveSibling(Files.readString(first));
        String text = Files.readString(second);
        read.add(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(second + " is empty");
        }
        return new Pair(List.of(first, second), text);
    }

    private Path file(String name, String text, int second) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1_000L));
    }

    @Test
    void files_are_read_again_when_one_has_changed() throws IOException {
        Path first = file("first", "second", 1);
        file("second", "a", 1);
        CurrentFiles<Pair> files = new CurrentFiles<>(() -> pair(first), Pair::files);

        assertThat(files.value().text()).isEqualTo("a");
        file("second", "b", 2);
        assertThat(files.value().text()).isEqualTo("b");
        file("third", "c", 2);
        file("first", "third", 3);
        assertThat(files.value().text()).isEqualTo("c");
        file("second", "unused", 4);
        file("third", "d", 4);
        assertThat(files.value().text()).isEqualTo("d");
        assertThat(files.value().text()).isEqualTo("d");
        assertThat(read).containsExactly("a", "b", "c", "d");
    }

    @Test
    void what_cannot_be_used_is_tried_once_and_what_was_read_stays() throws IOException {
        Path first = file("first", "second", 1);
        Path second = file("second", "a", 1);
        CurrentFiles<Pair> files = new CurrentFiles<>(() -> pair(first), Pair::files);

        file("second", "", 2);
        assertThat(files.value().text()).isEqualTo("a");
        assertThat(files.value().text()).isEqualTo("a");
        Files.delete(second);
        assertThat(files.value().text()).isEqualTo("a");
        file("second", "b", 3);
        assertThat(files.value().text()).isEqualTo("b");
        assertThat(read).containsExactly("a", "", "b");
    }

    @Test
    void the_first_reading_fails_as_it_does() throws IOException {
        Path first = file("first", "second", 1);

        assertThatThrownBy(() -> new CurrentFiles<>(() -> pair(first), Pair::files))
                .isInstanceOf(NoSuchFileException.class);
        file("second", "", 1);
        assertThatThrownBy(() -> new CurrentFiles<>(() -> pair(first), Pair::files))
                .hasMessageEndingWith("second is empty");
    }
}
