package dev.aero4j.conformance.harness;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Multiplies a test by backends and faces. */
final class TargetProvider implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Everywhere wanted =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Everywhere.class)
            .orElseThrow();
    Set<Face> faces =
        wanted.faces().length == 0
            ? EnumSet.allOf(Face.class)
            : EnumSet.copyOf(List.of(wanted.faces()));
    Backends backends = backends(context);
    if (!wanted.embeddedOnly()) {
      backends.wantedOnReal(faces.size());
    }
    return backends.all().stream()
        .filter(backend -> !(backend.isEmbedded() ? wanted.realOnly() : wanted.embeddedOnly()))
        .flatMap(backend -> faces.stream().map(face -> new Target(backend, face)))
        .map(target -> invocation(backends, target));
  }

  /** What only a real server can do is not run where there is none. */
  @Override
  public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
    return true;
  }

  private static Backends backends(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Backends.class))
        .getOrComputeIfAbsent(Backends.class, type -> new Backends(), Backends.class);
  }

  private static TestTemplateInvocationContext invocation(Backends backends, Target target) {
    return new TestTemplateInvocationContext() {
      @Override
      public String getDisplayName(int index) {
        return "[" + target + "]";
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(new TargetVisit(backends, target));
      }
    };
  }
}
