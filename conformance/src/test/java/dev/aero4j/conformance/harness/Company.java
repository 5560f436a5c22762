package dev.aero4j.conformance.harness;

import dev.aero4j.AerospikeException;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.policy.ReadPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** Surrounds the commands of a blocking client with reads of the same record. */
final class Company {
  /** So many that those which have to wait are enough for a group. */
  static final int SIZE = 6;

  /** They do not outlive a test whose server is silent. */
  static final ReadPolicy POLICY =
      ReadPolicy.builder().totalTimeout(Duration.ofSeconds(2)).maxRetries(0).build();

  private Company() {}

  static Client ofBlocking(Client client) {
    return (Client)
        Proxy.newProxyInstance(
            Company.class.getClassLoader(),
            new Class<?>[] {Client.class},
            (proxy, method, args) -> {
              if (args != null && args.length > 0 && args[0] instanceof Key key) {
                for (int i = 0; i < SIZE; i++) {
                  Thread.startVirtualThread(() -> accompany(client, key));
                }
              }
              try {
                Object result = method.invoke(client, args);
                return method.getName().equals("connect") ? proxy : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void accompany(Client client, Key key) {
    try {
      boolean unused = client.exists(key, POLICY).found();
    } catch (AerospikeException unimportant) {
      // The command in its company is looked at, not the company.
    }
  }
}
