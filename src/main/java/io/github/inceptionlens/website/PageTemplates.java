package io.github.inceptionlens.website;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Fills templates of pages; every text of the data is shown as it is, never read as HTML. */
final class PageTemplates {

  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

  PageTemplates() {
    templates.setClassForTemplateLoading(PageTemplates.class, "");
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setLocale(Locale.ROOT);
    templates.setNumberFormat("computer");
    templates.setBooleanFormat("c");
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setWhitespaceStripping(true);
  }

  /**
   * A page.
   *
   * @param template the name of a resource
   */
  byte[] page(final String template, final Map<String, Object> data) {
    final StringWriter page = new StringWriter();
    try {
      templates.getTemplate(template).process(data, page);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    } catch (final TemplateException e) {
      throw new IllegalStateException(e);
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A file that is the same on every site.
   *
   * @param part the name of a resource
   */
  static byte[] part(final String part) {
    try (InputStream resource = PageTemplates.class.getResourceAsStream(part)) {
      return resource.readAllBytes();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
