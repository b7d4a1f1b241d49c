package dev.stepwright.benchmarks.peer;

import java.nio.file.Path;
import java.util.List;

/** What a child of the comparing process does: one peer, then it ends. */
public final class PeerProcess {
    private PeerProcess() {}

    /**
     * Runs a peer and prints a line of JSON for each measurement.
     *
     * @param arguments the peer, three words of a {@link Pace}, and what the peer wants to know besides
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        String peer = words.get(0);
        if (peer.equals("http")) {
            HttpServers.serve();
            return;
        }
        Pace pace = Pace.of(words.subList(1, 4));
        List<String> rest = words.subList(4, words.size());
        switch (peer) {
            case "plain-java" -> PlainJava.measure(pace, 1);
            case "stepwright" -> Stepwright.measureInMemory(pace, 1);
            case "serverlessworkflow" -> ServerlessWorkflow.measure(pace, 1);
            case "dashjoin" -> Dashjoin.measure(pace);
            case "journal" -> Journal.measure(pace, Path.of(rest.get(0)), 1, 16, 256);
            case "durable" -> Stepwright.measureDurable(pace, Path.of(rest.get(0)), 1, 16, 256);
            case "postgres" -> Stepwright.measurePostgres(pace, rest.get(0), 1, 16, 256);
            case "dbos" -> Dbos.measure(pace, rest.get(0), 1, 16);
            case "express" -> ExpressStarts.measure(pace.warmUp(), pace.round());
            default -> throw new IllegalArgumentException("no peer is named \"" + peer + "\"");
        }
        System.exit(0); // some peers leave threads behind
    }
}
