package dev.limpid.algorithms.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of a file: finds the columns for what was asked, collects their cells and makes a data set of them. */
final class CsvTable implements CsvFile.LineSink {

    private static final Logger LOG = LoggerFactory.getLogger(Csv.class);

    /** A column of at least this many levels, with a new one in more than every second row, is worth a warning. */
    private static final int MANY_LEVELS = 100;

    private final Csv options;
    private final String file;
    private final List<String> header;
    private final List<String> targets;
    private final List<String> features;
    private final CsvColumn.Gaps gaps;
    private final Map<String, CsvColumn> columns = new LinkedHashMap<>();
    private final @Nullable CsvColumn[] byPosition;

    /** Gives each name of the header its role, and each that is read a column. */
    CsvTable(Csv options, List<String> header) {
        this.options = options;
        this.file = options.file.name();
        this.header = header;
        this.gaps = options.missing == Missing.KEEP ? CsvColumn.Gaps.KEPT : CsvColumn.Gaps.REFUSED;
        checkOptions();
        Schema model = options.schema;
        if (model == null) {
            targets = options.names(Csv.Role.TARGET);
            features = header.stream()
                    .filter(name -> !options.roles.containsKey(name))
                    .toList();
            features.forEach(name -> columns.put(name, CsvColumn.open(file, name, options.kind(name), gaps)));
            targets.forEach(name -> columns.put(name, complete(name, options.targetKind(name))));
        } else {
            targets = modelTargets(model);
            features = model.columns().stream().map(Column::name).toList();
            checkFeatures(model);
            model.columns().forEach(column -> columns.put(column.name(), feature(column)));
            targets.forEach(name -> columns.put(name, target(name, model)));
        }
        if (features.isEmpty()) {
            throw new IllegalArgumentException(
                    "file must have a column for features, but all have other roles (" + file + ")");
        }
        Stream.concat(options.names(Csv.Role.WEIGHTS).stream(), options.names(Csv.Role.OFFSET).stream())
                .forEach(name -> columns.put(name, complete(name, CsvColumn.Kind.NUMBERS)));
        options.names(Csv.Role.GROUP).forEach(name -> columns.put(name, complete(name, options.kind(name))));
        byPosition = header.stream().map(columns::get).toArray(CsvColumn[]::new);
    }

    private void checkOptions() {
        for (String name : options.namedColumns()) {
            if (!header.contains(name)) {
                throw new IllegalArgumentException(
                        "column must be one of " + header + ", but was '" + name + "' (" + file + ")");
            }
        }
    }

    /** Returns the model's targets, or none if the file hasn't got them. */
    private List<String> modelTargets(Schema model) {
        List<String> asked = options.names(Csv.Role.TARGET);
        if (!asked.isEmpty() && !asked.equals(model.targets())) {
            throw new IllegalArgumentException(
                    "target must be " + model.targets() + " as in the model, but was " + asked);
        }
        return header.containsAll(model.targets()) ? model.targets() : List.of();
    }

    private void checkFeatures(Schema model) {
        for (String name : features) {
            if (!header.contains(name) || options.roles.containsKey(name)) {
                throw new IllegalArgumentException("file must have column '" + name
                        + "' as in the model, but its columns are " + header + " (" + file + ")");
            }
        }
        for (String name : header) {
            if (!features.contains(name) && !model.targets().contains(name) && !options.roles.containsKey(name)) {
                throw new IllegalArgumentException("column must be one of " + features + " as in the model, but was '"
                        + name + "' (" + file + "); drop it");
            }
        }
    }

    /** A column without missing cells. */
    private CsvColumn complete(String name, CsvColumn.Kind kind) {
        return CsvColumn.open(file, name, kind, CsvColumn.Gaps.FORBIDDEN);
    }

    private CsvColumn feature(Column known) {
        return known.isCategorical()
                ? CsvColumn.closed(file, known.name(), gaps, known.levels())
                : CsvColumn.open(file, known.name(), CsvColumn.Kind.NUMBERS, gaps);
    }

    private CsvColumn target(String name, Schema model) {
        return model.classNames().isEmpty()
                ? complete(name, CsvColumn.Kind.NUMBERS)
                : CsvColumn.closed(file, name, CsvColumn.Gaps.FORBIDDEN, model.classNames());
    }

    /** Takes a line into the columns. */
    @Override
    public void accept(CsvRecord line, long number) {
        for (int j = 0; j < byPosition.length; j++) {
            CsvColumn column = byPosition[j];
            if (column != null) {
                String text = line.getField(j).strip();
                if (options.marks.contains(text)) {
                    column.addMissing(text, number);
                } else {
                    column.add(text, number);
                }
            }
        }
    }

    /** Makes the data set, after the last line. */
    Dataset dataset() {
        List<Column> kinds =
                features.stream().map(this::column).map(CsvColumn::feature).toList();
        Schema schema = new Schema(kinds, targets, classNames());
        Dataset data = Dataset.of(Rows.ofColumns(cells(features)), schema, options.missing, cells(targets));
        for (String name : options.names(Csv.Role.WEIGHTS)) {
            data = data.withWeights(column(name).cells());
        }
        List<String> offsets = options.names(Csv.Role.OFFSET);
        data = offsets.isEmpty() ? data : data.withOffsets(cells(offsets));
        for (String name : options.names(Csv.Role.GROUP)) {
            data = data.withGroups(groups(column(name)));
        }
        report(data);
        return data;
    }

    private CsvColumn column(String name) {
        CsvColumn column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException("no column " + name);
        }
        return column;
    }

    private double[][] cells(List<String> names) {
        return names.stream().map(this::column).map(CsvColumn::cells).toArray(double[][]::new);
    }

    private List<String> classNames() {
        List<String> named =
                targets.stream().filter(name -> column(name).hasNames()).toList();
        if (!named.isEmpty() && targets.size() > 1) {
            throw new IllegalArgumentException("targets must be numbers if there are several, but '" + named.get(0)
                    + "' holds names (" + file + ")");
        }
        return named.isEmpty() ? List.of() : column(named.get(0)).names();
    }

    private int[] groups(CsvColumn column) {
        double[] cells = column.cells();
        int[] groups = new int[cells.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (int) cells[i];
            if (groups[i] != cells[i]) {
                throw new IllegalArgumentException("group must be an integer or a name, but was " + cells[i] + " ("
                        + file + ", column " + column.name() + ")");
            }
        }
        return groups;
    }

    private void report(Dataset data) {
        LOG.debug("Read {} rows of {} features from {}", data.size(), features.size(), file);
        if (data.hasMissing()) {
            LOG.info("Missing cells kept in {}: {} of {} rows each", file, data.missingCells(), data.size());
        }
        for (Column column : data.schema().columns()) {
            int levels = column.levels().size();
            if (options.schema == null && levels >= MANY_LEVELS && levels > data.size() / 2) {
                LOG.warn(
                        "Column '{}' of {} has {} levels in {} rows: drop it if it is a key or free text",
                        column.name(),
                        file,
                        levels,
                        data.size());
            }
        }
    }
}
