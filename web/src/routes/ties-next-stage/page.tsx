import { useQuery } from 'urql'
import { numberOf, STAGES } from '../../features/collaboration/stages.ts'
import { StageMark } from '../../features/collaboration/StageMark.tsx'
import { graphql } from '../../generated/gql.ts'
import type { CollaborationStage } from '../../generated/graphql.ts'
import { useTieStagesText } from '../../locales/tie-stages.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/collaboration/ties.css'

const NextStagePage_query = graphql(`
  query NextStagePage {
    collaborationTies(first: 1, mine: true, inForce: true) {
      nodes {
        id
        stage
      }
    }
  }
`)

const PARTS = ['carries', 'decides', 'papers', 'law', 'seen'] as const

/** 次の段階に進むと変わること: what each stage means for a corporation, from where it stands. */
export function NextStagePage() {
  const text = useTieStagesText()
  const ties = useTiesText()
  const [result, readAgain] = useQuery({ query: NextStagePage_query })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network/ties">{ties.title}</Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ collaborationTies }) => {
          const now = collaborationTies.nodes[0]?.stage
          const next = now ? STAGES[numberOf(now)] : undefined
          return (
            <>
              <PageHead
                title={text.title}
                lead={
                  <>
                    <p>{text.lead}</p>
                    <p>{text.unconfirmedNote}</p>
                  </>
                }
                actions={<PrintButton />}
              />
              <DefinitionList>
                <Fact name={text.now}>{now ? <Named stage={now} /> : text.nowNone}</Fact>
                {next && (
                  <Fact name={text.next}>
                    <a href={`#${next}`}>
                      <Named stage={next} />
                    </a>
                  </Fact>
                )}
              </DefinitionList>
              {STAGES.map((stage) => (
                <Section
                  key={stage}
                  id={stage}
                  title={`${numberOf(stage)}　${ties.stages[stage]}`}
                  tools={
                    (stage === now && <span className="prose-note">{text.here}</span>) ||
                    (stage === next && <span className="prose-strong">{text.nextHere}</span>)
                  }
                >
                  <DefinitionList>
                    {PARTS.map((part) => (
                      <Fact key={part} name={text.parts[part]}>
                        <ul className="grid gap-1">
                          {text.stages[stage][part].map((line) => (
                            <li key={line}>{line}</li>
                          ))}
                        </ul>
                      </Fact>
                    ))}
                  </DefinitionList>
                </Section>
              ))}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Named({ stage }: { stage: CollaborationStage }) {
  const text = useTiesText()
  return (
    <span className="yui-stage-name">
      <StageMark stage={stage} />
      {text.stages[stage]}
    </span>
  )
}
