import type { Frame } from './map-frame.ts'
import { YAMAGATA } from './yamagata.ts'
import './PointMap.css'

/** The outline of the municipalities with their names, as the ground of a map. */
export function OutlinePattern({ frame }: { frame: Frame }) {
  const box = `${frame.x} ${frame.y} ${frame.width} ${frame.height}`
  return (
    <>
      {/* As a pattern, so that nothing of it reaches beyond the part that is shown. */}
      <defs>
        <pattern
          className="yui-outline"
          id="points-outline"
          patternUnits="userSpaceOnUse"
          {...frame}
          viewBox={box}
        >
          {YAMAGATA.map(({ code, path }) => (
            <path key={code} d={path} strokeWidth={frame.width * 0.0016} />
          ))}
          {YAMAGATA.map(({ code, name, x, y }) => (
            <text key={code} className="yui-points__name" x={x} y={y} fontSize={frame.width * 0.021}>
              {name}
            </text>
          ))}
        </pattern>
      </defs>
      <rect {...frame} fill="url(#points-outline)" aria-hidden="true" />
    </>
  )
}
