package io.github.inceptionlens.ij1;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Predicate;

/** Passes text on and remembers the first and the last line of a kind. */
final class LineWatch extends FilterOutputStream {

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Predicate<String> kind;
  private String first = "";
  private String last = "";

  LineWatch(final OutputStream out, final Predicate<String> kind) {
    super(out);
    this.kind = kind;
  }

  @Override
  public void write(final int octet) throws IOException {
    out.write(octet);
    if (octet == '\n') {
      see(line.toString().strip());
      line.reset();
    } else {
      line.write(octet);
    }
  }

  /** The first such line, or an empty text. */
  String first() {
    return first;
  }

  /** The last such line, or an empty text. */
  String last() {
    return last;
  }

  private void see(final String text) {
    if (kind.test(text)) {
      first = first.isEmpty() ? text : first;
      last = text;
    }
  }
}
