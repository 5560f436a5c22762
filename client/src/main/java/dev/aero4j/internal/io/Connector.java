package dev.aero4j.internal.io;

import java.io.IOException;
import java.net.Socket;

/** Makes connections to one node. */
interface Connector {
  /** Connects, within the limit for it; leaves nothing open when that fails. */
  Socket connect() throws IOException;
}
