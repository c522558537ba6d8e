/**
 * Reports of units: what a unit looks for, responds to, reads and does, on a page.
 *
 * <p>The page itself is drawn in {@link io.github.inceptionlens.command.report.sheet}.
 *
 * <pre>{@code
 * ReportOptions options = new ReportOptions(9, List.of(0.0, 0.5, 1.0), 4, 6);
 * }</pre>
 */
package io.github.inceptionlens.command.report;
