package dev.aero4j.conformance.harness;

import dev.aero4j.AsyncClient;
import dev.aero4j.Client;
import dev.aero4j.Key;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Makes a blocking client of an async one: calls the method of the same name and parameters, and
 * waits. A future that is not done within a minute is a failure: no call may hang.
 */
final class AsyncAsClient {
  private AsyncAsClient() {}

  static Client of(AsyncClient async, boolean company) {
    return (Client)
        Proxy.newProxyInstance(
            AsyncAsClient.class.getClassLoader(),
            new Class<?>[] {Client.class},
            (proxy, method, args) -> {
              Object[] arguments = args == null ? new Object[0] : args;
              if (method.getDeclaringClass() == Object.class) {
                return method.invoke(async, arguments);
              }
              if (company && arguments.length > 0 && arguments[0] instanceof Key key) {
                for (int i = 0; i < Company.SIZE; i++) {
                  // The command in its company is looked at, not the company.
                  CompletableFuture<?> unused = async.exists(key, Company.POLICY);
                }
              }
              Object result = call(async, method, arguments);
              return method.getName().equals("connect") ? proxy : result;
            });
  }

  private static Object call(AsyncClient async, Method method, Object[] arguments)
      throws Throwable {
    try {
      Method same = AsyncClient.class.getMethod(method.getName(), method.getParameterTypes());
      Object result = same.invoke(async, arguments);
      return result instanceof CompletableFuture<?> future
          ? future.orTimeout(60, TimeUnit.SECONDS).join()
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }
}
