package dev.stepwright.runtime.store.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A pool as applications have it: a connection that is closed and still open underneath is given to whoever comes next. */
final class Pool {
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger given = new AtomicInteger();

    /** Returns how many connections it has given. */
    int given() {
        return given.get();
    }

    /** Returns those that wait for somebody else. */
    Queue<Connection> idle() {
        return idle;
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> give());
    }

    private Connection give() throws SQLException {
        Connection connection = TestDatabase.connect();
        given.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                Pool.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            if (!connection.isClosed()) {
                idle.add(connection);
            }
            return null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
