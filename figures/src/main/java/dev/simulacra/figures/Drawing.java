package dev.simulacra.figures;

import java.awt.Color;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The drawing of a figure onto a canvas: the layout is computed once, and is the same for every canvas.
///
/// One figure is drawn at a time in a process. The JDK measures and draws text through shared caches of fonts, and
/// threads that use them at once may get boxes in place of letters.
public final class Drawing {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Drawing() {}

    /// The constructor of a canvas.
    ///
    /// @param <C> the canvas
    @FunctionalInterface
    public interface CanvasConstructor<C extends Canvas> {
        /// A white canvas of `width` by `height` pixels.
        C create(int width, int height);
    }

    /// Draws `figure` onto a new canvas and returns the canvas.
    public static <C extends Canvas> C onto(CanvasConstructor<C> canvases, Figure figure) {
        ONE_AT_A_TIME.lock();
        try {
            return switch (figure) {
                case Plot plot -> page(Page.of(plot.description(), List.of(List.of(plot))), canvases);
                case Page page -> page(page, canvases);
                case Images images -> images(images, canvases);
            };
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static <C extends Canvas> C page(Page page, CanvasConstructor<C> canvases) {
        PageLayout layout = PageLayout.of(page);
        C canvas = canvases.create(layout.width(), layout.height());
        layout.plots().forEach(placed -> new PlotDrawing(placed.layout(), placed.area(), canvas).draw());
        layout.drawHeading(canvas);
        return canvas;
    }

    private static <C extends Canvas> C images(Images images, CanvasConstructor<C> canvases) {
        C canvas = canvases.create(images.gridWidth(), images.gridHeight());
        Color[] colours = images.grid().stream()
                .mapToObj(grey -> new Color((float) grey, (float) grey, (float) grey)).toArray(Color[]::new);
        canvas.raster(colours, images.gridWidth(), new Box(0, 0, images.gridWidth(), images.gridHeight()));
        return canvas;
    }
}
