import { describe, expect, it } from 'vitest'
import { addressKey, readableAddress, type AddressArea } from './address.ts'

const yamagata: AddressArea = { prefecture: '山形県', district: null, name: '山形市' }
const mamurogawa: AddressArea = { prefecture: '山形県', district: '最上郡', name: '真室川町' }
const city = (name: string): AddressArea => ({ prefecture: '山形県', district: null, name })

describe('addressKey', () => {
  it.each([
    [
      yamagata,
      '桜田西4-3-26',
      ['山形市桜田西４丁目3-26', '山形県山形市桜田西四丁目３番２６号', '桜田西四丁目3の26'],
    ],
    [
      yamagata,
      '吉原3-10-8',
      ['山形県山形市吉原三丁目10番8号', '山形県山形市吉原3-10-8', '山形市吉原３－１０－８'],
    ],
    [yamagata, '飯塚町1447-4', ['山形県山形市飯塚町１,４４７番地４', '山形県山形市飯塚町1447-4']],
    [yamagata, 'あかねケ丘1-2-33', ['山形県山形市あかねヶ丘一丁目2番33号　結城貸店舗1F', 'あかねケ丘1-2-33']],
    [yamagata, '旅篭町1-7-23', ['山形市旅篭町１丁目７番２３号', '山形県山形市旅籠町一丁目7-23']],
    [yamagata, '十文大原848-1', ['山形県山形市大字十文字字大原848番1', '山形県山形市十文字字大原848-1']],
    [city('米沢市'), '李山8132-11', ['米沢市大字李山８１３２－１１', '山形県米沢市大字李山8132番地11']],
    [
      city('村山市'),
      '本飯田柳堤2486-65',
      ['山形県村山市大字本飯田字柳堤2486-65', '大字本飯田字柳堤2486番地の65'],
    ],
    [city('東根市'), '神町東1-16-58', ['東根市神町東１丁目-16-58']],
    [city('鶴岡市'), '下山添中通40-1', ['鶴岡市下山添字中通40番-1']],
    [
      mamurogawa,
      '木ノ下片渕山1125-286',
      ['山形県最上郡真室川大字木ノ下字片渕山1125-286', '山形県最上郡真室川町大字木ノ下字片渕山1125-286'],
    ],
  ])('%# gives one spelling', (area, key, spellings) => {
    for (const spelling of spellings) expect(addressKey(spelling, area)).toBe(key)
  })

  it('leaves out the building that stands in a column of its own', () => {
    expect(addressKey('山形県鶴岡市青龍寺字村下34-12F', city('鶴岡市'), '2F')).toBe('青龍寺村下34-1')
  })

  it('keeps two places apart', () => {
    expect(addressKey('山形市沼木68-1', yamagata)).not.toBe(addressKey('山形市沼木68-11', yamagata))
  })

  it('gives none without a number', () => {
    expect(addressKey('山形県山形市流通センター', yamagata)).toBeNull()
  })
})

describe('readableAddress', () => {
  it.each([
    [yamagata, '山形県山形市長町７５１番地', '', '山形市長町751番地'],
    [yamagata, 'あかねヶ丘一丁目2番33号', '', '山形市あかねヶ丘一丁目2番33号'],
    [mamurogawa, '山形県最上郡真室川町大字新町４６９番５', '', '最上郡真室川町大字新町469番5'],
    [mamurogawa, '真室川町新町1', '', '真室川町新町1'],
    [city('鶴岡市'), '山形県鶴岡市青龍寺字村下34-12F', '２F', '鶴岡市青龍寺字村下34-1'],
  ])('%# shows %s', (area, address, building, shown) =>
    expect(readableAddress(address, area, building)).toBe(shown),
  )
})
