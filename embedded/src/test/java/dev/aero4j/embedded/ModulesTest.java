package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.geometry.S2RegionCoverer;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import dev.aero4j.wire.WireReader;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** On a module path only what some module requires is there at run time. */
class ModulesTest {
  @Test
  void whatTheGeometryNeedsIsRequired() {
    Path[] path =
        Stream.of(
                EmbeddedAerospike.class,
                WireReader.class,
                S2RegionCoverer.class,
                ImmutableList.class,
                InternalFutureFailureAccess.class,
                LoggerFactory.class,
                NullMarked.class)
            .map(ModulesTest::home)
            .toArray(Path[]::new);
    Configuration resolved =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of("dev.aero4j.embedded"));
    assertThat(resolved.findModule("s2.geometry")).isPresent();
    assertThat(resolved.findModule("com.google.common")).isPresent();
  }

  private static Path home(Class<?> type) {
    try {
      URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
