import org.jspecify.annotations.NullMarked;

/** The {@code aero4j} command line. */
@NullMarked
module dev.aero4j.cli {
  requires static org.jspecify;
  requires dev.aero4j.client;
  requires dev.aero4j.embedded;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires org.slf4j;

  opens dev.aero4j.cli to
      info.picocli;
}
