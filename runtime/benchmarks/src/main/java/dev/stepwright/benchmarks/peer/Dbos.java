package dev.stepwright.benchmarks.peer;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import java.util.HashMap;
import java.util.Map;

/** DBOS Transact on PostgreSQL that commits to disk: one workflow of ten durable steps. */
final class Dbos {
    private Dbos() {}

    /** What DBOS makes a durable proxy of. */
    public interface Steps {
        Map<String, Object> run(Map<String, Object> input);
    }

    /** Ten steps that do nothing. */
    public static final class TenSteps implements Steps {
        private final DBOS dbos;

        TenSteps(DBOS dbos) {
            this.dbos = dbos;
        }

        @Override
        @dev.dbos.transact.workflow.Workflow(name = "w6")
        public Map<String, Object> run(Map<String, Object> input) {
            Map<String, Object> state = new HashMap<>(input);
            for (int i = 1; i <= 10; i++) {
                state.put("step" + i, dbos.runStep(() -> new HashMap<>(Map.of("done", true)), "step" + i));
            }
            return state;
        }
    }

    static void measure(Pace pace, String databaseUrl, int... concurrency) {
        DBOS dbos = new DBOS(DBOSConfig.defaults("stepwright-benchmarks")
                .withDatabaseUrl(databaseUrl)
                .withDbUser("postgres")
                .withDbPassword("-")
                .withMigrate(true));
        Steps steps = dbos.registerProxy(Steps.class, new TenSteps(dbos));
        dbos.launch();
        try {
            new Meter("DBOS on PostgreSQL", pace)
                    .measure(
                            "w6",
                            10,
                            () -> Load.ofCalls(() -> steps.run(new HashMap<>(Map.of("id", "o-1")))),
                            concurrency);
        } finally {
            dbos.shutdown();
        }
    }
}
