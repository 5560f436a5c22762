package dev.aero4j.conformance.harness;

import com.aerospike.client.IAerospikeClient;
import dev.aero4j.Client;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/** One test on one target: hands over what it takes, names the target when it fails, counts. */
final class TargetVisit implements ParameterResolver, TestExecutionExceptionHandler, TestWatcher {
  private final Backends backends;
  private final Target target;

  TargetVisit(Backends backends, Target target) {
    this.backends = backends;
    this.target = target;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Client.class
        || type == Backend.class
        || type == Face.class
        || type == IAerospikeClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Client.class) {
      return backends.client(target);
    } else if (type == Backend.class) {
      return target.backend();
    } else if (type == Face.class) {
      return target.face();
    }
    return backends.official(target.backend());
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    if (failure instanceof TestAbortedException notForThisBackend) {
      throw notForThisBackend;
    }
    throw new AssertionError("[" + target + "] " + failure, failure);
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    backends.passed(target);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    backends.failed(target);
  }
}
