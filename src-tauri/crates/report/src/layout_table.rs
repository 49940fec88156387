//! Tables: each row is one strip, its cells centred on one line.

use crate::Result;
use crate::doc::{Cell, Row, Table, Text, Walls, Width};
use crate::flow::Strip;
use crate::layout::{Layout, bar, divide, strip, thickness};
use crate::page::{ElementId, Item, Kind, Shape, What};
use crate::style::{INK_2, RULE_STRONG};

impl Layout {
    pub(crate) fn table(
        &mut self,
        table: &Table,
        width: f32,
        parent: ElementId,
    ) -> Result<Vec<Strip>> {
        let naturals = self.column_widths(table)?;
        let widths = divide(&table.widths, &naturals, table.gap, width);
        let element = self.element(Kind::Table, parent);
        let mut strips = Vec::new();
        if let Some(head) = &table.head {
            let mut strip = self.row(head, &widths, table.gap, element, true)?;
            strip.keep = true;
            strips.push(strip);
        }
        let count = table.rows.len();
        for (i, row) in table.rows.iter().enumerate() {
            let mut strip = self.row(row, &widths, table.gap, element, false)?;
            // Two rows stay with the head, and two make the end.
            strip.keep = i + 1 < count && (i == 0 || i + 2 == count);
            strips.push(strip);
        }
        Ok(strips)
    }

    /// How wide each column would like to be.
    pub(crate) fn column_widths(&mut self, table: &Table) -> Result<Vec<f32>> {
        let mut naturals = vec![0.0_f32; table.widths.len()];
        for row in table.head.iter().chain(&table.rows) {
            for (i, cell) in row.cells.iter().enumerate() {
                if table.widths.get(i) == Some(&Width::Fit) {
                    let wide = match cell {
                        Cell::Text(text) => self.wide(text)? + 0.05,
                        Cell::Stack(texts) => {
                            let mut widest: f32 = 0.0;
                            for text in texts {
                                widest = widest.max(self.wide(text)? + 0.05);
                            }
                            widest
                        }
                        Cell::Figure(figure) => figure.natural(),
                        Cell::Empty => 0.0,
                    };
                    naturals[i] = naturals[i].max(wide);
                }
            }
        }
        Ok(naturals)
    }

    fn row(
        &mut self,
        row: &Row,
        widths: &[f32],
        gap: f32,
        table: ElementId,
        head: bool,
    ) -> Result<Strip> {
        let parent = self.element(Kind::Row, table);
        let mut cells: Vec<(f32, f32, Vec<Item>)> = Vec::new();
        let mut x = 0.0;
        for (i, (cell, width)) in row.cells.iter().zip(widths).enumerate() {
            let kind = match i {
                _ if head => Kind::ColumnHead,
                0 if row.named => Kind::RowHead,
                _ => Kind::Cell,
            };
            let element = self.element(kind, parent);
            let (height, items) = match cell {
                Cell::Text(text) => self.words(std::slice::from_ref(text), *width, element)?,
                Cell::Stack(texts) => self.words(texts, *width, element)?,
                Cell::Figure(figure) => {
                    let strip = self.figure(figure, *width, element);
                    (strip.height, strip.items)
                }
                Cell::Empty => (0.0, Vec::new()),
            };
            cells.push((x, height, items));
            x += width + gap;
        }
        let rule = thickness(row.rule);
        let line = rule.map_or(0.0, |(height, _)| height);
        let tallest = cells.iter().map(|(_, height, _)| *height).fold(0.0, f32::max);
        let inner = (tallest + 2.0 * row.pad).max(row.least);
        let hang = row.cells.iter().any(|cell| matches!(cell, Cell::Stack(_)));
        let mut strip = Strip { height: inner + line, ..Strip::default() };
        for (i, width) in widths.iter().enumerate().skip(1) {
            let x = cells.get(i).map_or(0.0, |(x, _, _)| *x);
            match row.walls {
                Walls::None => {}
                Walls::Between => {
                    strip.items.push(bar(x - gap / 2.0, 0.0, 1.0, inner, RULE_STRONG));
                }
                Walls::Boxes => {
                    let frame = Shape::Frame {
                        x: x + 0.6,
                        y: 2.0,
                        width: width - 1.2,
                        height: inner - 4.0,
                        radius: 3.0,
                        line: 1.2,
                        colour: INK_2,
                    };
                    strip.items.push(Item { element: None, what: What::Shape(frame) });
                }
            }
        }
        for (x, height, items) in cells {
            let y = if hang { row.pad } else { (inner - height) / 2.0 };
            for mut item in items {
                item.shift(x, y);
                strip.items.push(item);
            }
        }
        if let Some((height, colour)) = rule {
            strip.items.push(bar(0.0, inner, x - gap, height, colour));
        }
        Ok(strip)
    }

    /// Words under one another, and their height.
    fn words(
        &mut self,
        texts: &[Text],
        width: f32,
        element: ElementId,
    ) -> Result<(f32, Vec<Item>)> {
        let mut items = Vec::new();
        let mut height = 0.0;
        for text in texts {
            for line in self.set(text, Some(width))? {
                let line = strip(line, text.align, width, element);
                for mut item in line.items {
                    item.shift(0.0, height);
                    items.push(item);
                }
                height += line.height;
            }
        }
        Ok((height, items))
    }
}
