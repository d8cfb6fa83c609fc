package dev.limpid.core.data;

/**
 * One row of a data set: the cells with the columns that name them.
 *
 * @since 0.1.0
 */
public final class Row {

    private final Schema schema;
    private final double[] cells;

    Row(Schema schema, double[] cells) {
        this.schema = schema;
        this.cells = cells;
    }

    /**
     * Puts cells under the columns of a schema.
     *
     * @param schema names the cells
     * @param cells numbers, or codes of levels; NaN is a missing value; copied
     * @return the row
     * @throws IllegalArgumentException if the number of cells isn't the number of columns
     */
    public static Row of(Schema schema, double... cells) {
        if (cells.length != schema.columns().size()) {
            throw new IllegalArgumentException(
                    "row must have " + schema.columns().size() + " cells (one per column), but has " + cells.length);
        }
        return new Row(schema, cells.clone());
    }

    /**
     * Brings the row into the form that a model knows, as {@link Dataset#conform} does.
     *
     * @param model the model's schema
     * @return a row whose columns are the model's
     * @throws IllegalArgumentException if a column lacks, isn't known to the model or is of another kind there, or if the row has a
     *     level that the model doesn't know
     */
    public Row conform(Schema model) {
        if (schema.columns().equals(model.columns())) {
            return this;
        }
        return Dataset.of(Rows.dense(new double[][] {cells}), schema, Missing.KEEP)
                .conform(model)
                .row(0);
    }

    /**
     * Returns what names the cells.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * Returns the number of cells d.
     *
     * @return d
     */
    public int size() {
        return cells.length;
    }

    /**
     * Returns one cell.
     *
     * @param column position of the column
     * @return number, or code of a level; NaN is a missing value
     */
    public double get(int column) {
        return cells[column];
    }

    /**
     * Returns one cell.
     *
     * @param column name of the column
     * @return number, or code of a level; NaN is a missing value
     * @throws IllegalArgumentException if there is no such column
     */
    public double get(String column) {
        return cells[schema.indexOf(column)];
    }

    /**
     * Prints one cell with its column, for instance {@code hour = 17}.
     *
     * @param column position of the column
     * @return the text
     */
    public String print(int column) {
        Column c = schema.columns().get(column);
        return c.name() + " = " + c.print(cells[column]);
    }

    /**
     * Copies the cells.
     *
     * @return a new array, length d
     */
    public double[] toArray() {
        return cells.clone();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int j = 0; j < cells.length; j++) {
            text.append(j == 0 ? "" : ", ").append(print(j));
        }
        return text.toString();
    }
}
