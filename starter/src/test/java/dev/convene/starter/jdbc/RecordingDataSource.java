package dev.convene.starter.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Records what goes over the wire: each statement as it is executed, and each commit. */
final class RecordingDataSource {

    private final List<String> roundTrips = new CopyOnWriteArrayList<>();
    private final DataSource recording;

    RecordingDataSource(DataSource dataSource) {
        this.recording = proxy(DataSource.class, dataSource, this::connection);
    }

    DataSource dataSource() {
        return recording;
    }

    List<String> roundTrips() {
        return List.copyOf(roundTrips);
    }

    void forget() {
        roundTrips.clear();
    }

    private Object connection(Method method, Object result, Object[] arguments) {
        return result instanceof Connection connection ? proxy(Connection.class, connection, this::statement) : result;
    }

    private Object statement(Method method, Object result, Object[] arguments) {
        if (method.getName().equals("commit")) {
            roundTrips.add("commit");
        }
        if (result instanceof PreparedStatement statement) {
            String sql = (String) arguments[0];
            return proxy(PreparedStatement.class, statement, (call, answer, parameters) -> {
                if (call.getName().startsWith("execute")) {
                    roundTrips.add(sql);
                }
                return answer;
            });
        }
        return result;
    }

    private interface Answer {
        Object after(Method method, Object result, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, T target, Answer answer) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                return answer.after(method, method.invoke(target, arguments), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
