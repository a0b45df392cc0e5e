package io.shopkeeper.cli.worked;

import java.io.PrintWriter;

/** What a case found, to be shown. */
public interface Printed {

  /** For people. */
  void text(PrintWriter out);

  /** One object a line. */
  void json(PrintWriter out);
}
