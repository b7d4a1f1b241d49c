package dev.stepwright.server.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Changes as the file system tells them. */
final class FolderChanges implements Changes {
    /** An editor, or a checkout of another branch, writes several files at once. */
    private static final long QUIET_MILLIS = 100;

    /** Who writes on and on is not waited for. */
    private static final int MOST = 50;

    private final WatchService service;

    FolderChanges() throws IOException {
        this.service = FileSystems.getDefault().newWatchService();
    }

    @Override
    public void watch(Set<Path> folders) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }

    @Override
    public boolean await() throws InterruptedException {
        WatchKey key = service.take();
        for (int told = 0; key != null && told < MOST; told++) {
            key.pollEvents();
            key.reset();
            key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (key != null) {
            key.reset();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
