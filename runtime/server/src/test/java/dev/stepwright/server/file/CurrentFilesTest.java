package dev.stepwright.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentFilesTest {
    private final List<String> read = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Reads the file that another one names. */
    private String pair(Path first, Consumer<Path> next) throws IOException {
        next.accept(first);
        Path second = first.resolveSibling(Files.readString(first));
        next.accept(second);
        String text = Files.readString(second);
        read.add(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(second + " is empty");
        }
        return text;
    }

    private Path file(String name, String text, int second) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1_000L));
    }

    @Test
    void files_are_read_again_when_one_has_changed() throws IOException {
        Path first = file("first", "second", 1);
        file("second", "a", 1);
        CurrentFiles<String> files = new CurrentFiles<>(next -> pair(first, next));

        assertThat(files.value()).isEqualTo("a");
        file("second", "b", 2);
        assertThat(files.value()).isEqualTo("b");
        file("third", "c", 2);
        file("first", "third", 3);
        assertThat(files.value()).isEqualTo("c");
        file("second", "unused", 4);
        file("third", "d", 4);
        assertThat(files.value()).isEqualTo("d");
        assertThat(files.value()).isEqualTo("d");
        assertThat(read).containsExactly("a", "b", "c", "d");
    }

    @Test
    void what_cannot_be_used_is_tried_once_and_what_was_read_stays() throws IOException {
        Path first = file("first", "second", 1);
        Path second = file("second", "a", 1);
        CurrentFiles<String> files = new CurrentFiles<>(next -> pair(first, next));

        file("second", "", 2);
        assertThat(files.value()).isEqualTo("a");
        assertThat(files.value()).isEqualTo("a");
        Files.delete(second);
        assertThat(files.value()).isEqualTo("a");
        file("second", "b", 3);
        assertThat(files.value()).isEqualTo("b");
        assertThat(read).containsExactly("a", "", "b");
    }

    @Test
    void the_first_reading_fails_as_it_does() throws IOException {
        Path first = file("first", "second", 1);

        assertThatThrownBy(() -> new CurrentFiles<>(next -> pair(first, next))).isInstanceOf(NoSuchFileException.class);
        file("second", "", 1);
        assertThatThrownBy(() -> new CurrentFiles<>(next -> pair(first, next))).hasMessageEndingWith("second is empty");
    }

    @Test
    void a_file_that_is_named_before_it_is_there_is_read_when_it_comes() throws IOException {
        Path first = file("first", "second", 1);
        file("second", "a", 1);
        CurrentFiles<String> files = new CurrentFiles<>(next -> pair(first, next));

        file("first", "third", 2);
        assertThat(files.value()).isEqualTo("a");
        file("third", "b", 2);

        assertThat(files.value()).isEqualTo("b");
    }

    @Test
    void a_file_in_the_place_of_another_is_read_though_it_is_as_old_and_as_long() throws IOException {
        Path first = file("first", "second", 1);
        Path second = file("second", "a", 1);
        CurrentFiles<String> files = new CurrentFiles<>(next -> pair(first, next));

        Files.move(file("third", "b", 1), second, StandardCopyOption.REPLACE_EXISTING);

        assertThat(files.value()).isEqualTo("b");
    }

    @Test
    void what_changes_while_it_is_read_for_the_first_time_is_read_again() throws IOException {
        Path first = file("first", "second", 1);
        file("second", "a", 1);
        CurrentFiles<String> files = new CurrentFiles<>(next -> {
            String text = pair(first, next);
            file("second", "b", 2);
            return text;
        });

        assertThat(files.value()).isEqualTo("b");
    }

    @Test
    void what_could_not_be_read_is_tried_until_it_can() throws IOException {
        Path first = file("first", "second", 1);
        file("second", "a", 1);
        AtomicInteger readings = new AtomicInteger();
        CurrentFiles<String> files = new CurrentFiles<>(next -> {
            String text = pair(first, next);
            if (readings.incrementAndGet() == 2) {
                throw new AccessDeniedException(first.toString());
            }
            return text;
        });

        file("second", "b", 2);

        assertThat(files.value()).isEqualTo("a");
        assertThat(files.value()).isEqualTo("b");
        assertThat(files.value()).isEqualTo("b");
        assertThat(readings).hasValue(3);
    }
}
